/** Text for an element's content or an attribute between double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** JSON for an inline script: nothing in it can end the script. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

export interface PageParts {
  readonly title: string;
  readonly style: string;
  readonly body: string;
}

export function htmlPage({ title, style, body }: PageParts): string {
  return [
    '<!DOCTYPE html>',
    `<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>`,
    `<style>${style}</style></head>`,
    `<body>${body}</body></html>`,
    '',
  ].join('\n');
}
