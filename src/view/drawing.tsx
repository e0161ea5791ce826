/** Says nothing that the label beside it does not say. */
export function Drawing({ path }: { readonly path: string | undefined }) {
  return path === undefined ? null : (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
