/** Shows what the server wrote. */
export function reasonOf(text: string): string {
  return text;
}
