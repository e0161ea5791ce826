/** Lets a button print: in a frame, the browser's own menu would print the page around. */
export function installPrint(): void {
  document.documentElement.classList.add('live');
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-print]')) window.print();
  });
}
