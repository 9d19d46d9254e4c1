import type {
  AgentStats,
  AltUrlChange,
  AltUrlQuestion,
  DoNotCallChange,
  DoNotCallLook,
  DoNotCallState,
  FiguresRequest,
  FoundLeads,
  LeadQuestion,
  StoredAltUrl,
  SupervisorAnswer,
} from '../../lib/messages/supervisor.ts';

/** What the sections of the page ask for when they are asked to. Each is one press of the supervisor's, and never repeated. */
export interface SupervisorCommands {
  readonly figures: (request: FiguresRequest) => Promise<SupervisorAnswer<readonly AgentStats[]>>;
  readonly campaignCalls: (
    request: FiguresRequest & { readonly campaign: string },
  ) => Promise<SupervisorAnswer<number>>;
  readonly doNotCall: (request: DoNotCallLook) => Promise<SupervisorAnswer<DoNotCallState>>;
  readonly changeDoNotCall: (request: DoNotCallChange) => Promise<SupervisorAnswer<'changed' | 'already'>>;
  readonly leads: (question: LeadQuestion) => Promise<SupervisorAnswer<FoundLeads>>;
  readonly altUrls: (question: AltUrlQuestion) => Promise<SupervisorAnswer<readonly StoredAltUrl[]>>;
  readonly changeAltUrl: (change: AltUrlChange) => Promise<SupervisorAnswer<null>>;
  readonly saveFile: (name: string, text: string) => void;
}
