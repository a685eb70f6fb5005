/** The path to go back to after signing in: only paths of this app; anything else becomes `/`. */
export function returnPath(next: string | null): string {
  if (next === null || !next.startsWith('/') || next.startsWith('//') || next.includes('\\')) return '/';
  return next;
}
