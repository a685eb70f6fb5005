import { Tree, type TreeDataNode } from 'antd';
import { useMemo } from 'react';
import { useSaveOrder } from '../../components/use-save-order.ts';
import { canMoveUnder, categoryTree, moveInTree, type TreeNode } from '../../lib/category-tree.ts';
import { useText } from '../../providers/use-text.ts';
import type { CategoryRow } from '../../queries/category/use-categories.ts';
import { CategoryLine } from './category-line.tsx';
import type { CategoryTarget } from './list.tsx';

type Props = { rows: readonly CategoryRow[]; readOnly: boolean; onOpen: (target: CategoryTarget) => void };

/** The tree: drag a category to another place or under another parent, or move it by its buttons. */
export function CategoryTree({ rows, readOnly, onOpen }: Props) {
  const text = useText();
  const saveOrder = useSaveOrder('categories');
  const siblings = (row: CategoryRow): CategoryRow[] =>
    rows.filter((other) => other.parent_id === row.parent_id).sort((a, b) => a.sort_order - b.sort_order);
  const move = (id: string, parentId: string | null, index: number): void =>
    void saveOrder(moveInTree(rows, id, parentId, index));

  const data = useMemo(() => {
    const nodes = (branch: TreeNode<CategoryRow>[]): TreeDataNode[] =>
      branch.map((row) => ({ key: row.id, title: row.name, children: nodes(row.children ?? []) }));
    return nodes(categoryTree(rows));
  }, [rows]);

  return (
    <div className="category-tree" data-testid="category-tree">
      <Tree
        key={rows.length}
        blockNode
        draggable={!readOnly && { icon: false }}
        defaultExpandAll
        selectable={false}
        treeData={data}
        aria-label={text('screen.categories')}
        allowDrop={({ dragNode, dropNode, dropPosition }) => {
          const under = dropPosition === 0 ? String(dropNode.key) : parentOf(rows, String(dropNode.key));
          return canMoveUnder(rows, String(dragNode.key), under);
        }}
        onDrop={({ dragNode, node, dropPosition, dropToGap }) => {
          const id = String(dragNode.key);
          const over = rows.find((row) => row.id === node.key);
          if (over === undefined) return;
          if (!dropToGap) return move(id, over.id, 0);
          const others = siblings(over).filter((row) => row.id !== id);
          const place = others.findIndex((row) => row.id === over.id);
          const before = dropPosition < Number(node.pos.split('-').at(-1));
          move(id, over.parent_id, before ? place : place + 1);
        }}
        titleRender={(node) => {
          const row = rows.find((known) => known.id === node.key);
          if (row === undefined) return null;
          const peers = siblings(row);
          return (
            <CategoryLine
              row={row}
              index={peers.findIndex((peer) => peer.id === row.id)}
              count={peers.length}
              readOnly={readOnly}
              onMove={(to) => move(row.id, row.parent_id, to)}
              onOpen={onOpen}
            />
          );
        }}
      />
    </div>
  );
}

function parentOf(rows: readonly CategoryRow[], id: string): string | null {
  return rows.find((row) => row.id === id)?.parent_id ?? null;
}
