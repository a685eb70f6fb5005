import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { SwitchCell } from '../../components/switch-cell.tsx';
import { useMay } from '../../components/use-may.ts';
import { localField, localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import { useArticles, type ArticleRow } from '../../queries/content/use-articles.ts';
import { ArticleDrawer } from './article-drawer.tsx';

type Props = { city: CityRow; isNew: boolean; onNewClosed: () => void };

/** Articles of the city, drafts among them. */
export function ArticlesPanel({ city, isNew, onNewClosed }: Props) {
  const text = useText();
  const locale = useLocale();
  const may = useMay('content', 'edit');
  const articles = useArticles(city.id);
  const [open, setOpen] = useState<ArticleRow | undefined>(undefined);
  return (
    <>
      <DataTable<ArticleRow>
        label={text('content.part_articles')}
        testId="article-table"
        rows={articles.rows}
        loading={articles.loading}
        error={articles.error}
        onRetry={() => void articles.refetch()}
        onOpen={setOpen}
        openId={open?.id}
        empty={<EmptyState title={text('content.no_articles')} hint={text('content.no_articles_hint')} />}
        columns={[
          {
            title: text('content.title'),
            render: (_, row) => (
              <RowLink onClick={() => setOpen(row)} testId="article-open">
                {localName(row, locale)}
              </RowLink>
            ),
          },
          {
            title: text('content.summary'),
            render: (_, row) => (
              <span className="muted clip">
                {localField(row.summary, row.translations, 'summary', locale) || '–'}
              </span>
            ),
          },
          { title: text('content.address'), render: (_, row) => <code>/a/{row.slug}</code> },
          {
            title: text('content.where'),
            render: (_, row) => (row.city_id === null ? text('content.all_cities') : localName(city, locale)),
          },
          {
            title: text('content.published_at'),
            render: (_, row) =>
              row.is_published ? <RelativeTime at={row.published_at} /> : text('content.draft'),
          },
          {
            title: text('content.shown'),
            align: 'center',
            render: (_, row) => (
              <SwitchCell
                resource="articles"
                id={row.id}
                field="is_published"
                disabled={!may}
                checked={row.is_published}
                label={text('content.show_named', { name: localName(row, locale) })}
              />
            ),
          },
        ]}
      />
      <ArticleDrawer
        city={city}
        article={isNew ? 'new' : open}
        onClose={() => {
          setOpen(undefined);
          onNewClosed();
        }}
      />
    </>
  );
}
