import { Form, Input, Switch, Tabs } from 'antd';
import { Markdown } from '../../components/markdown.tsx';
import { NameFields } from '../../components/name-fields.tsx';
import { PictureField } from '../../components/picture-field.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { useMay } from '../../components/use-may.ts';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { cleanTranslations } from '../../lib/clean-translations.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import type { ArticleRow } from '../../queries/content/use-articles.ts';

type Values = Pick<ArticleRow, 'name' | 'slug' | 'summary' | 'body' | 'picture_path' | 'is_published'> & {
  translations?: { en?: Record<string, string> };
  is_everywhere: boolean;
};
type Props = { city: CityRow; article: ArticleRow | 'new' | undefined; onClose: () => void };

/** Writes an article in both languages, with what readers will see beside it. */
export function ArticleDrawer({ city, article, onClose }: Props) {
  const text = useText();
  const locale = useLocale();
  const may = useMay('content', 'edit');
  const { save, remove } = useSaveRecord('articles');
  const row = article === 'new' ? undefined : article;
  const initial: Partial<Values> = {
    summary: '',
    body: '',
    is_published: false,
    ...row,
    translations: (row?.translations as Values['translations']) ?? {},
    is_everywhere: row !== undefined && row.city_id === null,
  };
  const submit = (values: Values): Promise<unknown> => {
    const written = {
      city_id: values.is_everywhere ? null : city.id,
      name: values.name.trim(),
      summary: values.summary.trim(),
      body: values.body,
      translations: cleanTranslations(values.translations),
      picture_path: values.picture_path ?? null,
      is_published: values.is_published,
    };
    return row ? save(written, row.id) : save({ ...written, slug: values.slug });
  };
  return (
    <RecordDrawer<Values>
      open={article !== undefined}
      width={860}
      title={row ? localName(row, locale) : text('content.new_articles')}
      initialValues={initial}
      onSubmit={submit}
      onClose={onClose}
      readOnly={!may}
      onDelete={row && (() => remove(row.id))}
      testId="article-drawer"
    >
      {() => (
        <>
          <NameFields max={80} label={text('content.title')} />
          <Form.Item
            name="slug"
            label={text('content.address')}
            extra={text('categories.slug_hint')}
            rules={[
              {
                required: true,
                pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/,
                message: text('categories.slug_hint'),
              },
            ]}
          >
            <Input prefix="/a/" maxLength={60} disabled={row !== undefined} data-testid="field-slug" />
          </Form.Item>
          <Tabs
            items={[
              {
                key: 'base',
                label: text('content.chinese'),
                forceRender: true,
                children: <Words summary="summary" body="body" lang="zh-CN" />,
              },
              {
                key: 'en',
                label: text('content.english'),
                forceRender: true,
                children: (
                  <Words
                    summary={['translations', 'en', 'summary']}
                    body={['translations', 'en', 'body']}
                    lang="en"
                  />
                ),
              },
            ]}
          />
          <Form.Item name="picture_path" label={text('field.picture')}>
            <PictureField folder="content" name={row?.name ?? ''} category="" />
          </Form.Item>
          <div className="pair">
            <Form.Item name="is_everywhere" label={text('content.all_cities')} valuePropName="checked">
              <Switch />
            </Form.Item>
            <Form.Item name="is_published" label={text('content.shown')} valuePropName="checked">
              <Switch data-testid="field-published" />
            </Form.Item>
          </div>
        </>
      )}
    </RecordDrawer>
  );
}

type WordsProps = { summary: string | string[]; body: string | string[]; lang: string };

/** Summary and body in one language; the body as readers see it stands beside it. */
function Words({ summary, body, lang }: WordsProps) {
  const text = useText();
  const written = (Form.useWatch(body) as string | undefined) ?? '';
  return (
    <>
      <Form.Item name={summary} label={text('content.summary')}>
        <Input maxLength={200} lang={lang} data-testid={`field-summary-${lang}`} />
      </Form.Item>
      <div className="pair">
        <Form.Item name={body} label={text('content.body')} extra={text('content.body_hint')}>
          <Input.TextArea rows={14} maxLength={20_000} lang={lang} data-testid={`field-body-${lang}`} />
        </Form.Item>
        <section className="article-preview" aria-label={text('content.preview')} lang={lang}>
          {written.trim() === '' ? (
            <p className="muted">{text('content.preview_empty')}</p>
          ) : (
            <Markdown source={written} />
          )}
        </section>
      </div>
    </>
  );
}
