import { App, Select } from 'antd';
import { SectionCard } from '../../components/section-card.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { useMay } from '../../components/use-may.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { CustomerPage } from '../../queries/customer/use-customer.ts';
import { useSetTags } from '../../queries/customer/use-set-tags.ts';

const tagPattern = /^[a-z][a-z0-9_]{0,39}$/;

/** The segments that someone is in by rule, and the tags that operations put on. */
export function CustomerGroups({ page }: { page: CustomerPage }) {
  const text = useText();
  const locale = useLocale();
  const { message } = App.useApp();
  const may = useMay('users', 'edit');
  const { send, busy } = useSetTags(page.customer.id);
  const { segments, tags } = page;
  const change = (next: string[]): void => {
    const added = next.filter((tag) => !tags.includes(tag));
    if (added.some((tag) => !tagPattern.test(tag))) {
      void message.error(text('users.tag_invalid'));
      return;
    }
    const removed = tags.filter((tag) => !next.includes(tag));
    void send({ added, removed }).catch(() => undefined);
  };
  return (
    <SectionCard title={text('users.groups')} testId="user-groups">
      <h3 className="list-title">{text('screen.segments')}</h3>
      <p data-testid="user-segments">
        {segments.length === 0 && <span className="muted">{text('users.no_segments')}</span>}
        {segments.map((segment) => (
          <ToneTag key={segment.id} tone="info">
            {localName(segment, locale)}
          </ToneTag>
        ))}
      </p>
      <h3 className="list-title">{text('users.tags')}</h3>
      {may ? (
        <Select<string[]>
          mode="tags"
          className="users-tags"
          aria-label={text('users.tags')}
          placeholder={text('users.tags_hint')}
          value={tags}
          loading={busy}
          disabled={busy}
          tokenSeparators={[' ', ',']}
          open={false}
          suffixIcon={null}
          onChange={change}
          data-testid="user-tags"
        />
      ) : (
        <p>
          {tags.length === 0 && <span className="muted">{text('users.no_tags')}</span>}
          {tags.map((tag) => (
            <ToneTag key={tag} tone="quiet">
              {tag}
            </ToneTag>
          ))}
        </p>
      )}
    </SectionCard>
  );
}
