/** The name by which a browser test finds a control, for props that have no place of their own for it. */
export function testId(name: string): { [key: `data-${string}`]: string } {
  return { 'data-testid': name };
}
