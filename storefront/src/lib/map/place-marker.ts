/** An element for a marker of a place: a store, home or a dropped pin, drawn in the page's colours. */
export function placeMarker(kind: 'store' | 'home', label: string): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', label);
  element.dataset['testid'] = `marker-${kind}`;
  const fill = kind === 'store' ? 'var(--color-accent)' : 'var(--color-ink)';
  const line = kind === 'store' ? 'var(--color-on-accent)' : 'var(--color-paper)';
  const glyph =
    kind === 'store'
      ? '<path d="M11 16v7h10v-7M9.5 12.5 11 9h10l1.5 3.5c0 1.5-1 2.5-2.2 2.5S18 14 18 13c0 1-.8 2-2 2s-2-1-2-2c0 1-1.1 2-2.3 2s-2.2-1-2.2-2.5z"/>'
      : '<path d="m9.5 15.5 6.5-5.5 6.5 5.5M11.5 14v8.5h9V14"/>';
  element.innerHTML =
    `<svg viewBox="0 0 32 40" width="36" height="45" aria-hidden="true"><path d="M16 39C10 31 2 24.5 2 15.5a14 14 0 1 1 28 0C30 24.5 22 31 16 39Z" fill="${fill}" stroke="var(--color-surface)" stroke-width="2"/>` +
    `<g fill="none" stroke="${line}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${glyph}</g></svg>`;
  return element;
}
