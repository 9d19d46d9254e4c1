/** A script that adds rules to the page's own. */
export function style(css: string): string {
  return `document.head.insertAdjacentHTML('beforeend', ${JSON.stringify(`<style>${css}</style>`)});`;
}

/** Why no rule of the page's reaches Dialside's element, as the table says it. */
export const STYLE = 'important rules of the closed root come before the page’s';
