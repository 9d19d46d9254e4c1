import { describePhase } from '../../lib/messages/describe.ts';
import type { AgentStats } from '../../lib/messages/supervisor.ts';
import { useText } from '../text.tsx';

/** What an agent's time is divided into, in the order of the bar. VICIdial adds these four up to the time somebody was logged in. */
const PARTS = [
  { phase: 'talking', of: ({ talkSeconds }: AgentStats) => talkSeconds },
  { phase: 'ready', of: ({ waitSeconds }: AgentStats) => waitSeconds },
  { phase: 'wrapUp', of: ({ wrapUpSeconds }: AgentStats) => wrapUpSeconds },
  { phase: 'paused', of: ({ pausedSeconds }: AgentStats) => pausedSeconds },
] as const;

/** How somebody's time was spent, as one bar; read out part by part. */
export function TimeShares({ stats }: { readonly stats: AgentStats }) {
  const { t, locale } = useText();
  const all = PARTS.reduce((sum, { of }) => sum + of(stats), 0);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const parts = PARTS.map(({ phase, of }) => ({ ...describePhase(phase), share: all === 0 ? 0 : of(stats) / all }));
  const starts = parts.map((_, at) => parts.slice(0, at).reduce((sum, { share }) => sum + share * 100, 0));
  const label = parts.map(({ key, share }) => `${t(key)} ${percent.format(share)}`).join(', ');
  return (
    <svg class="shares" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={label}>
      <title>{label}</title>
      {parts.map(({ key, tone, share }, at) => (
        <rect key={key} data-tone={tone} x={starts[at]} width={share * 100} height="10" />
      ))}
    </svg>
  );
}

/** Which colour is what. */
export function SharesLegend() {
  const { t } = useText();
  return (
    <ul class="legend" aria-hidden="true">
      {PARTS.map(({ phase }) => {
        const { key, tone } = describePhase(phase);
        return (
          <li key={key} data-tone={tone}>
            <span class="dot" /> {t(key)}
          </li>
        );
      })}
    </ul>
  );
}
