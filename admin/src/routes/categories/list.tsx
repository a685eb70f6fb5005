import { PlusOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { useMay } from '../../components/use-may.ts';
import { useText } from '../../providers/use-text.ts';
import { useCategories, type CategoryRow } from '../../queries/category/use-categories.ts';
import { CategoryDrawer } from './category-drawer.tsx';
import { CategoryTree } from './category-tree.tsx';

/** What is being edited: a category, or a new one under a parent (null at the top). */
export type CategoryTarget = { row: CategoryRow } | { parentId: string | null };

/** The category tree of the storefront, changed by drag and by form; the storefront follows at once. */
export default function CategoriesPage() {
  const text = useText();
  const may = useMay('categories', 'edit');
  const { rows, error, refetch } = useCategories();
  const [target, setTarget] = useState<CategoryTarget | undefined>(undefined);
  return (
    <Page
      title={text('screen.categories')}
      lead={may && text('categories.lead')}
      wide={false}
      actions={
        may && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            data-testid="category-new"
            onClick={() => setTarget({ parentId: null })}
          >
            {text('categories.new')}
          </Button>
        )
      }
    >
      {error && rows === undefined ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : rows === undefined ? (
        <Skeleton active paragraph={{ rows: 10 }} />
      ) : rows.length === 0 ? (
        <EmptyState title={text('categories.none')} hint={text('categories.none_hint')} />
      ) : (
        <CategoryTree rows={rows} readOnly={!may} onOpen={setTarget} />
      )}
      <CategoryDrawer
        rows={rows ?? []}
        readOnly={!may}
        target={target}
        onClose={() => setTarget(undefined)}
      />
    </Page>
  );
}
