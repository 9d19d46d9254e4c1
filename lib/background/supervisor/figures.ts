import type { AgentStats, FiguresRequest, SupervisorAnswer } from '../../messages/supervisor.ts';
import { ok } from '../../result.ts';
import { createReportClient } from '../../vicidial/non-agent-api/report-client.ts';
import type { Ask } from './ask.ts';

/** What was done in a period of whole days, by the dialer's own clock. */
export interface Figures {
  figures(request: FiguresRequest): Promise<SupervisorAnswer<readonly AgentStats[]>>;
  /** How many calls a campaign had. */
  campaignCalls(request: FiguresRequest & { readonly campaign: string }): Promise<SupervisorAnswer<number>>;
}

export function createFigures(ask: Ask): Figures {
  return {
    figures: ({ from, to, campaign }) =>
      ask((options) =>
        createReportClient(options).agents(
          { from: `${from} 00:00:00`, to: `${to} 23:59:59` },
          campaign === null ? {} : { campaign },
        ),
      ),
    async campaignCalls({ from, to, campaign }) {
      const rows = await ask((options) => createReportClient(options).calls(campaign, { from, to }));
      return rows.ok ? ok(rows.value.reduce((sum, { calls }) => sum + calls, 0)) : rows;
    },
  };
}
