import { Button, Input } from 'antd';
import { useState } from 'react';
import { MoreButton } from '../../components/more-button.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { useText } from '../../providers/use-text.ts';
import { useAddCustomerNote } from '../../queries/customer/use-add-customer-note.ts';
import { useCustomerNotes } from '../../queries/customer/use-customer-notes.ts';

/** What staff want each other to know about someone. Notes stay as they were written. */
export function CustomerNotes({ customerId }: { customerId: string }) {
  const text = useText();
  const query = useCustomerNotes(customerId);
  const { send, busy } = useAddCustomerNote(customerId);
  const [words, setWords] = useState('');
  const save = async (): Promise<void> => {
    const body = words.trim();
    if (body === '' || busy) return;
    try {
      await send(body);
      setWords('');
    } catch {
      // The command has shown its error; the words stay for another try.
    }
  };
  return (
    <SectionCard title={text('users.notes')} query={query} testId="user-notes">
      <div className="note-entry">
        <Input.TextArea
          aria-label={text('users.note_new')}
          placeholder={text('users.note_hint')}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={1000}
          value={words}
          data-testid="user-note"
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void save();
          }}
        />
        <Button
          loading={busy}
          disabled={words.trim() === ''}
          onClick={() => void save()}
          data-testid="user-note-save"
        >
          {text('users.note_save')}
        </Button>
      </div>
      {query.rows?.length === 0 && <p className="muted">{text('users.no_notes')}</p>}
      <ul className="plain-list">
        {query.rows?.map((row) => (
          <li key={row.id}>
            <span className="note-words">{row.body}</span>
            <span className="push muted">
              {row.author_name || text('support.somebody')} · <RelativeTime at={row.created_at} />
            </span>
          </li>
        ))}
      </ul>
      <MoreButton query={query} />
    </SectionCard>
  );
}
