/** The request of external_dial as it stands in the agent's live row: 14 parts joined by `!`. */
export interface DialRequest {
  readonly number: string;
  readonly phoneCode: string;
  readonly search: string;
  readonly preview: string;
  readonly focus: string;
  readonly vendorId: string;
  readonly epoch: string;
  readonly leadId: string;
  readonly altDial: string;
  readonly dialIngroup: string;
}

const PREVIEW_ACTIONS = ['SKIP', 'DIALONLY', 'ALTDIAL', 'ADR3DIAL', 'FINISH'] as const;
export type PreviewAction = (typeof PREVIEW_ACTIONS)[number];

export function parsePreviewAction(text: string): PreviewAction | null {
  return PREVIEW_ACTIONS.find((action) => action === text) ?? null;
}

/** Null for anything that is not a dial request, such as an empty column or a preview action. */
export function parseDialRequest(text: string): DialRequest | null {
  if (!text.includes('!')) return null;
  const parts = text.split('!');
  const part = (index: number) => parts[index] ?? '';
  return {
    number: part(0),
    phoneCode: part(1),
    search: part(2),
    preview: part(3),
    focus: part(4),
    vendorId: part(5),
    epoch: part(6),
    leadId: part(11),
    altDial: part(12),
    dialIngroup: part(13),
  };
}
