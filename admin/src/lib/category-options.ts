import type { CategoryRow } from '../queries/category/use-categories.ts';
import { categoryTree, type TreeNode } from './category-tree.ts';
import { localName } from './local-name.ts';

type Locale = Parameters<typeof localName>[1];
export type CategoryOption = { value: string; title: string; children?: CategoryOption[] };

/** The tree of categories as choices of a tree select. */
export function categoryOptions(rows: readonly CategoryRow[], locale: Locale): CategoryOption[] {
  const options = (nodes: readonly TreeNode<CategoryRow>[]): CategoryOption[] =>
    nodes.map((node) => ({
      value: node.id,
      title: localName(node, locale),
      ...(node.children ? { children: options(node.children) } : {}),
    }));
  return options(categoryTree(rows));
}
