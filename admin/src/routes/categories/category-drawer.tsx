import { Form, Input, Switch, TreeSelect } from 'antd';
import { NameFields } from '../../components/name-fields.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { readAttributes, writeAttributes, type AttributeDraft } from '../../lib/attribute-drafts.ts';
import { canMoveUnder, categoryTree, type TreeNode } from '../../lib/category-tree.ts';
import { cleanTranslations } from '../../lib/clean-translations.ts';
import { localName } from '../../lib/local-name.ts';
import type { ObjectSchema } from '../../lib/object-schema.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useCategorySchema } from '../../queries/catalog/use-category-schema.ts';
import type { CategoryRow } from '../../queries/category/use-categories.ts';
import { AttributeFields } from './attribute-fields.tsx';
import type { CategoryTarget } from './list.tsx';

type Values = Pick<CategoryRow, 'name' | 'slug' | 'icon' | 'is_active'> & {
  translations?: unknown;
  parent_id?: string | null;
  attributes: AttributeDraft[];
};
type Props = {
  rows: readonly CategoryRow[];
  readOnly: boolean;
  target: CategoryTarget | undefined;
  onClose: () => void;
};

/** Creates or changes a category. */
export function CategoryDrawer({ rows, readOnly, target, onClose }: Props) {
  const text = useText();
  const locale = useLocale();
  const { save, remove } = useSaveRecord('categories');
  const row = target && 'row' in target ? target.row : undefined;
  const parentId = target && 'parentId' in target ? target.parentId : (row?.parent_id ?? null);
  const inherited = useCategorySchema(parentId ?? undefined).data;
  const initial: Partial<Values> = {
    icon: 'store',
    is_active: true,
    ...row,
    parent_id: parentId ?? undefined,
    attributes: readAttributes((row?.attributes_schema ?? {}) as ObjectSchema),
  };
  const choices = (branch: TreeNode<CategoryRow>[]): object[] =>
    branch
      .filter((node) => row === undefined || canMoveUnder(rows, row.id, node.id))
      .map((node) => ({
        value: node.id,
        title: localName(node, locale),
        children: choices(node.children ?? []),
      }));

  const submit = (values: Values): Promise<unknown> => {
    const parent = values.parent_id ?? null;
    const written = {
      name: values.name.trim(),
      translations: cleanTranslations(values.translations),
      slug: values.slug,
      icon: values.icon,
      is_active: values.is_active,
      parent_id: parent,
      attributes_schema: writeAttributes(values.attributes, (row?.attributes_schema ?? {}) as ObjectSchema),
    };
    const siblings = rows.filter((other) => other.parent_id === parent && other.id !== row?.id);
    const last = Math.max(0, ...siblings.map((other) => other.sort_order)) + 10;
    return row && row.parent_id === parent
      ? save(written, row.id)
      : save({ ...written, sort_order: last }, row?.id);
  };
  return (
    <RecordDrawer<Values>
      open={target !== undefined}
      title={row ? localName(row, locale) : text('categories.new')}
      width={560}
      initialValues={initial}
      onSubmit={submit}
      onClose={onClose}
      onDelete={row && (() => remove(row.id))}
      deleteQuestion={text('categories.delete')}
      readOnly={readOnly}
      testId="category-drawer"
    >
      {() => (
        <>
          <NameFields max={40} />
          <Form.Item
            name="slug"
            label={text('field.slug')}
            extra={text('categories.slug_hint')}
            rules={[{ required: true, pattern: /^[a-z0-9-]+$/, message: text('categories.slug_hint') }]}
          >
            <Input maxLength={60} spellCheck={false} data-testid="field-slug" />
          </Form.Item>
          <Form.Item name="parent_id" label={text('categories.parent')}>
            <TreeSelect
              allowClear
              treeDefaultExpandAll
              placeholder={text('categories.top')}
              treeData={choices(categoryTree(rows))}
            />
          </Form.Item>
          <div className="pair">
            <Form.Item name="icon" label={text('field.icon')} extra={text('categories.icon_hint')}>
              <Input maxLength={40} spellCheck={false} />
            </Form.Item>
            <Form.Item name="is_active" label={text('field.is_active')} valuePropName="checked">
              <Switch />
            </Form.Item>
          </div>
          <AttributeFields inherited={inherited} />
        </>
      )}
    </RecordDrawer>
  );
}
