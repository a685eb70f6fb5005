import { newKey } from '@linli/database';
import { Alert, Button, Dropdown, Input, Segmented, Space, type InputRef } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { isTyping } from '../use-list-keys.ts';
import { fillText } from '../../lib/fill-text.ts';
import { localField, localName } from '../../lib/local-name.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { Ticket, TicketSide } from '../../queries/support/types.ts';
import { useCannedAnswers } from '../../queries/support/use-desk-lists.ts';
import { useTicketCommand } from '../../queries/support/use-ticket-command.ts';
import { TicketPictures } from './ticket-pictures.tsx';

const ways = ['reply', 'note', 'ask_store', 'resolve', 'reopen'] as const;
type Way = (typeof ways)[number];
const letters: Record<string, Way> = { r: 'reply', n: 'note', e: 'resolve' };

type Props = { ticket: Ticket; commands: readonly string[]; side: TicketSide };

/** Answers, notes or ends a ticket. R answers, N notes, E resolves, Ctrl+Enter sends. */
export function AnswerBox({ ticket, commands, side }: Props) {
  const text = useText();
  const locale = useLocale();
  const errorText = useErrorText();
  const canned = useCannedAnswers(side === 'ops').data ?? [];
  const { mutate, isPending, error, reset } = useTicketCommand();
  const input = useRef<InputRef>(null);
  const [words, setWords] = useState('');
  const [pictures, setPictures] = useState<string[]>([]);
  const [key, setKey] = useState(newKey);
  const open = ways.filter((way) => commands.includes(way));
  const [wanted, setWay] = useState<Way>('reply');
  const way = open.includes(wanted) ? wanted : open[0];

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const next = letters[event.key];
    if (
      event.metaKey ||
      event.ctrlKey ||
      event.altKey ||
      isTyping(event.target) ||
      !next ||
      !open.includes(next)
    )
      return;
    event.preventDefault();
    setWay(next);
    input.current?.focus();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  if (way === undefined) return null;
  const send = (): void => {
    const body = words.trim();
    if ((body === '' && !(way === 'reply' && pictures.length > 0)) || isPending) return;
    const about = { id: ticket.id, key: `${key}:${way}` };
    mutate(
      way === 'resolve'
        ? { ...about, command: way, resolution: body }
        : way === 'reply'
          ? { ...about, command: way, body, attachments: pictures }
          : { ...about, command: way, body },
      {
        onSuccess: () => {
          setWords('');
          setPictures([]);
          setKey(newKey());
          setWay('reply');
        },
      },
    );
  };
  return (
    <div className={way === 'note' ? 'answer answer-note' : 'answer'}>
      <Space wrap>
        {open.length > 1 && (
          <Segmented
            size="small"
            value={way}
            aria-label={text('support.what')}
            onChange={(next) => {
              reset();
              setWay(next);
            }}
            options={open.map((value) => ({
              value,
              label: <span data-testid={`answer-${value}`}>{text(`support.way_${value}`)}</span>,
            }))}
          />
        )}
        {way === 'reply' && <TicketPictures names={pictures} onChange={setPictures} />}
        {way === 'reply' && canned.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: canned.map((answer) => ({ key: answer.id, label: localName(answer, locale) })),
              onClick: ({ key: id }) => {
                const answer = canned.find((one) => one.id === id);
                if (answer === undefined) return;
                const filled = fillText(localField(answer.body, answer.translations, 'body', locale), {
                  customer: ticket.opener_name ?? '',
                  number: ticket.order_number ?? '',
                  store: ticket.store_name ?? text('support.the_store'),
                });
                setWords((now) => (now === '' ? filled : `${now}\n${filled}`));
                input.current?.focus();
              },
            }}
          >
            <Button size="small" data-testid="canned">
              {text('support.canned')}
            </Button>
          </Dropdown>
        )}
      </Space>
      {error && <Alert type="error" showIcon title={errorText(error)} />}
      <Input.TextArea
        ref={input}
        aria-label={text(`support.way_${way}`)}
        placeholder={text(`support.hint_${way}`)}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={way === 'resolve' ? 500 : 4000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send();
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        data-testid="answer-words"
      />
      <Space className="answer-foot">
        <span className="muted">{text('support.keys')}</span>
        <Button
          type="primary"
          loading={isPending}
          disabled={words.trim() === '' && !(way === 'reply' && pictures.length > 0)}
          onClick={send}
          data-testid="answer-send"
        >
          {text(`support.send_${way}`)}
        </Button>
      </Space>
    </div>
  );
}
