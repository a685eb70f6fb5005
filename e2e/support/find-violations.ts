import axe from 'axe-core';
import type { Page } from 'playwright-core';

const grave = new Set(['serious', 'critical']);

/** What axe finds serious or critical on a page as it stands, one line for elements with the same fault; of one rule only, if said. */
export async function findViolations(page: Page, rule?: string): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async (only) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      ...(only ? { runOnly: { type: 'rule', values: [only] } } : {}),
    });
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes.map((node) => ({
        id,
        impact: node.impact ?? impact ?? '',
        target: node.target.join(' '),
        why: [...node.any, ...node.all, ...node.none].map(({ message }) => message)[0] ?? '',
        html: node.html.slice(0, 160),
      })),
    );
  }, rule);
  const alike = Map.groupBy(
    found.filter(({ impact }) => grave.has(impact)),
    ({ id, why }) => `${id}: ${why}`,
  );
  return [...alike].map(([fault, [first, ...others]]) => {
    const also = others.length > 0 ? ` and ${others.length} more` : '';
    return `${fault} · ${first?.target}${also} · ${first?.html}`;
  });
}
