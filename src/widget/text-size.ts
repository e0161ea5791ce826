/** Shows what only a script can do: larger text, kept nowhere, and the keyboard's way out. */
export function installTextSize(): void {
  const button = document.querySelector<HTMLButtonElement>('#larger');
  document.querySelector('#keyboard')?.removeAttribute('hidden');
  if (!button) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    const isLarger = document.documentElement.classList.toggle('larger');
    button.setAttribute('aria-pressed', String(isLarger));
  });
}
