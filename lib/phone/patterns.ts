import type { NumberFormat, NumberType, Plan } from './numbering-plan.ts';

/** The patterns of a plan, each compiled when first asked for: most regions' are never needed. */
export interface PlanPatterns {
  /** A whole national number of any type. */
  readonly whole: RegExp;
  /** A trunk prefix, with a carrier code where there are any; null for plans without one. */
  readonly trunk: RegExp | null;
  /** A prefix for calls abroad. */
  readonly idd: RegExp | null;
  readonly leading: RegExp | null;
}

interface FormatPatterns {
  readonly whole: RegExp;
  /** The most exact of the leading-digit patterns; null when any digits may lead. */
  readonly leading: RegExp | null;
}

const planPatterns = new WeakMap<Plan, PlanPatterns>();
const typePatterns = new WeakMap<Plan, (RegExp | null)[]>();
const formatPatterns = new WeakMap<NumberFormat, FormatPatterns>();

function atStart(source: string | 0): RegExp | null {
  return source === 0 ? null : new RegExp(`^(?:${source})`);
}

/** The compiled patterns of a plan. */
export function patternsOf(plan: Plan): PlanPatterns {
  const known = planPatterns.get(plan);
  if (known) return known;
  const patterns = {
    whole: new RegExp(`^(?:${plan[2]})$`),
    trunk: atStart(plan[7] || plan[5]),
    idd: atStart(plan[1]),
    leading: atStart(plan[10]),
  };
  planPatterns.set(plan, patterns);
  return patterns;
}

/** The source of "a whole number of this type", possible lengths included; empty for a type the plan does not have. */
export function typeSource(plan: Plan, type: NumberType | undefined): string {
  if (!type || type[0] === '') return '';
  const lengths = type[1] ?? plan[3];
  return `(?=(?:${lengths.map((length) => `\\d{${length}}`).join('|')})$)(?:${type[0]})$`;
}

/** The pattern of each of a plan's types, null for those it does not have. */
export function typePatternsOf(plan: Plan): readonly (RegExp | null)[] {
  const known = typePatterns.get(plan);
  if (known) return known;
  const patterns = plan[11].map((type) => {
    const source = typeSource(plan, type);
    return source === '' ? null : new RegExp(`^(?:${source})`);
  });
  typePatterns.set(plan, patterns);
  return patterns;
}

/** The compiled patterns of a format. */
export function formatPatternsOf(format: NumberFormat): FormatPatterns {
  const known = formatPatterns.get(format);
  if (known) return known;
  const leading = format[2] ? format[2][format[2].length - 1] : undefined;
  const patterns = {
    whole: new RegExp(`^(?:${format[0]})$`),
    leading: leading === undefined ? null : new RegExp(`^(?:${leading})`),
  };
  formatPatterns.set(format, patterns);
  return patterns;
}
