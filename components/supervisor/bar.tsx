/** A share of a whole, from 0 to 1. Decoration: the number beside it says the same. */
export function Bar({ share }: { readonly share: number }) {
  return (
    <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect width={share === 0 ? 0 : Math.max(1, share * 100)} height="10" />
    </svg>
  );
}
