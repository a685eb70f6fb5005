import { HistoryOutlined } from '@ant-design/icons';
import { Alert, App, Button, Form, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Page } from '../../components/page.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { checkLogic } from '../../lib/logic/check-logic.ts';
import { parseLogic } from '../../lib/logic/parse-logic.ts';
import type { Fact, Group } from '../../lib/logic/types.ts';
import { writeLogic } from '../../lib/logic/write-logic.ts';
import { localName } from '../../lib/local-name.ts';
import { checkDraft, fieldOfError } from '../../lib/promotion/check-draft.ts';
import type { PromotionDraft } from '../../lib/promotion/draft.ts';
import { asAppError } from '../../lib/app-error.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { PromotionRow } from '../../queries/promotion/use-promotion.ts';
import { BuilderForm } from './builder-form.tsx';
import { PromotionVersions } from './promotion-versions.tsx';
import type { PromotionScope } from './scope.ts';
import { SidePanels } from './side-panels.tsx';
import { useSavePromotion } from './use-save-promotion.ts';

type Props = {
  scope: PromotionScope;
  row: PromotionRow | undefined;
  initial: PromotionDraft;
  facts: readonly Fact[];
};

const tones = { draft: 'quiet', published: 'success', paused: 'warning', ended: 'quiet' } as const;

/** The builder: the promotion on one side, what it would do on the other. */
export function PromotionEditor({ scope, row, initial, facts }: Props) {
  const text = useText();
  const locale = useLocale();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [draft, setDraft] = useState(initial);
  const [tree, setTree] = useState<Group>(() => parseLogic(initial.conditions, facts));
  const [isDirty, setDirty] = useState(row === undefined);
  const [isTried, setTried] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const { save, command, remove, isBusy } = useSavePromotion(scope);
  const problems = checkDraft(draft);
  const logicProblems = checkLogic(tree);
  const isRight = Object.keys(problems).length === 0 && logicProblems.length === 0;
  const refused = error === undefined ? undefined : asAppError(error);
  const refusedField = refused && fieldOfError(refused.key, refused.detail);
  const shownProblems = refusedField
    ? { ...(isTried ? problems : {}), [refusedField]: 'amount' as const }
    : isTried
      ? problems
      : {};
  const isReadOnly = !scope.mayEdit || row?.status === 'ended';

  const change = (part: Partial<PromotionDraft>): void => {
    setDraft({ ...draft, ...part });
    setDirty(true);
    setError(undefined);
  };
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setError(undefined);
    try {
      await work();
    } catch (failure) {
      setError(failure);
    }
  };
  const saveAll = (): Promise<void> =>
    attempt(async () => {
      setTried(true);
      if (!isRight) return;
      const id = await save(draft, row?.id);
      void message.success(text('state.saved'));
      if (row === undefined) void navigate(`${scope.base}/${id}`, { replace: true });
    });
  const runCommand = (name: 'publish' | 'pause' | 'end'): Promise<void> =>
    attempt(async () => {
      if (row) await command(row.id, name);
    });
  const mayPublish = row?.status === 'draft' || row?.status === 'paused';
  const title = row ? localName(row, locale) : text(`promotion_kind.${draft.kind}`);
  return (
    <Page
      title={title}
      lead={
        <>
          <Button type="link" className="row-link" onClick={() => void navigate(scope.base)}>
            {text('promotions.back')}
          </Button>{' '}
          · {text(`promotion_kind.${draft.kind}`)}{' '}
          {row && <ToneTag tone={tones[row.status]}>{text(`promotion_status.${row.status}`)}</ToneTag>}
        </>
      }
      actions={
        <Space wrap>
          {row && (
            <Button
              icon={<HistoryOutlined />}
              onClick={() => setHistoryOpen(true)}
              data-testid="open-versions"
            >
              {text('versions.open')}
            </Button>
          )}
          {row && !isReadOnly && row.status !== 'draft' && (
            <Popconfirm title={text('promotions.end_question')} onConfirm={() => runCommand('end')}>
              <Button danger data-testid="promotion-end">
                {text('promotions.end')}
              </Button>
            </Popconfirm>
          )}
          {row && !isReadOnly && row.status === 'draft' && (row.used_cents ?? 0) === 0 && (
            <Popconfirm
              title={text('promotions.delete')}
              onConfirm={() =>
                attempt(async () => {
                  await remove(row.id);
                  void navigate(scope.base);
                })
              }
            >
              <Button danger type="text" data-testid="promotion-delete">
                {text('action.delete')}
              </Button>
            </Popconfirm>
          )}
          {!isReadOnly && row?.status === 'published' && (
            <Button onClick={() => void runCommand('pause')} data-testid="promotion-pause">
              {text('promotions.pause')}
            </Button>
          )}
          {!isReadOnly && mayPublish && (
            <Button
              type={isDirty ? 'default' : 'primary'}
              disabled={isDirty}
              loading={isBusy && !isDirty}
              title={isDirty ? text('promotions.save_first') : undefined}
              onClick={() => void runCommand('publish')}
              data-testid="promotion-publish"
            >
              {text('promotions.publish')}
            </Button>
          )}
          {!isReadOnly && (isDirty || !mayPublish) && (
            <Button
              type="primary"
              disabled={!isDirty}
              loading={isBusy && isDirty}
              onClick={() => void saveAll()}
              data-testid="promotion-save"
            >
              {text('action.save')}
            </Button>
          )}
        </Space>
      }
    >
      {refused && (
        <Alert
          type="error"
          showIcon
          className="page-alert"
          title={errorText(refused)}
          data-testid="form-error"
        />
      )}
      {isTried && !isRight && (
        <Alert type="warning" showIcon className="page-alert" title={text('promotions.incomplete')} />
      )}
      <div className="builder">
        <Form layout="vertical" component={false} disabled={isReadOnly}>
          <BuilderForm
            scope={scope}
            promotionId={row?.id}
            draft={draft}
            tree={tree}
            facts={facts}
            problems={shownProblems}
            logicProblems={isTried ? logicProblems : []}
            isReadOnly={isReadOnly}
            onChange={change}
            onTree={(next) => {
              setTree(next);
              change({ conditions: writeLogic(next) });
            }}
          />
        </Form>
        <SidePanels
          scope={scope}
          row={row}
          draft={draft}
          tree={tree}
          facts={facts}
          isRight={isRight || Object.keys(problems).join() === 'name'}
        />
      </div>
      {row && (
        <PromotionVersions
          row={row}
          facts={facts}
          currency={scope.city.currency}
          open={isHistoryOpen}
          onClose={() => setHistoryOpen(false)}
          onRestore={isReadOnly ? undefined : (content) => save(content, row.id)}
        />
      )}
    </Page>
  );
}
