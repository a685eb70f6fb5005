import { App, Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { LogicBuilder } from '../../../components/logic/logic-builder.tsx';
import { downloadText } from '../../../lib/download-text.ts';
import { checkLogic } from '../../../lib/logic/check-logic.ts';
import type { Fact, Group } from '../../../lib/logic/types.ts';
import { writeLogic } from '../../../lib/logic/write-logic.ts';
import type { EffectDraft } from '../../../lib/promotion/draft.ts';
import { useErrorText } from '../../../providers/use-error-text.ts';
import { useText } from '../../../providers/use-text.ts';
import { useCouponCommands } from '../../../queries/promotion/use-coupon-commands.ts';
import type { PromotionRow } from '../../../queries/promotion/use-promotion.ts';
import type { PromotionScope } from '../scope.ts';

type Props = { row: PromotionRow; facts: readonly Fact[]; scope: PromotionScope };

const nobody: Group = { kind: 'group', join: 'and', negated: false, parts: [] };

/** Brings coupons to people: to everyone whom conditions mean, as codes that work once, or by one code for all. */
export function HandOutPanel({ row, facts, scope }: Props) {
  const text = useText();
  const errorText = useErrorText();
  const { message, modal } = App.useApp();
  const { issue, setCode } = useCouponCommands();
  const [segment, setSegment] = useState<Group>(nobody);
  const [count, setCount] = useState<number | null>(100);
  const [code, setCodeText] = useState('');
  const distribution = (row.effect as EffectDraft).distribution;
  const about = facts.filter(
    ({ path }) => path.startsWith('customer.') && path !== 'customer.store_order_count',
  );
  const isSegmentWrong = checkLogic(segment).length > 0;
  const failed = issue.error ?? setCode.error;
  const give = (given: Group): void =>
    issue.mutate(
      { promotionId: row.id, segment: writeLogic(given), codeCount: 0, key: crypto.randomUUID() },
      {
        onSuccess: ({ issued_count }) =>
          void message.success(text('hand_out.given', { count: issued_count })),
      },
    );
  return (
    <div className="panel" data-testid="hand-out">
      {scope.storeId === undefined && row.status === 'published' && (
        <>
          <section>
            <h3>{text('hand_out.people')}</h3>
            <LogicBuilder
              value={segment}
              facts={about}
              currency={scope.city.currency}
              whenEmpty={text('hand_out.everyone')}
              problems={[]}
              onChange={setSegment}
            />
            <Button
              loading={issue.isPending}
              disabled={isSegmentWrong}
              data-testid="hand-out-people"
              onClick={() =>
                modal.confirm({
                  title: text('hand_out.question'),
                  content: text('hand_out.question_hint'),
                  onOk: () => give(segment),
                })
              }
            >
              {text('hand_out.give')}
            </Button>
          </section>
          <section>
            <h3>{text('hand_out.codes')}</h3>
            <p className="muted">{text('hand_out.codes_hint')}</p>
            <div className="panel-row">
              <InputNumber
                min={1}
                max={5000}
                precision={0}
                aria-label={text('hand_out.count')}
                value={count}
                onChange={setCount}
              />
              <Button
                loading={issue.isPending}
                disabled={count === null}
                onClick={() =>
                  issue.mutate(
                    { promotionId: row.id, segment: null, codeCount: count ?? 0, key: crypto.randomUUID() },
                    { onSuccess: ({ codes }) => downloadText(`${row.name}.csv`, codes.join('\n')) },
                  )
                }
              >
                {text('hand_out.make_codes')}
              </Button>
            </div>
          </section>
        </>
      )}
      {distribution === 'code' && (
        <section>
          <h3>{text('hand_out.code')}</h3>
          <div className="panel-row">
            <Input
              aria-label={text('hand_out.code')}
              maxLength={24}
              value={code}
              spellCheck={false}
              onChange={(event) => setCodeText(event.target.value.toUpperCase())}
            />
            <Button
              loading={setCode.isPending}
              disabled={!/^[A-Z0-9]{4,24}$/.test(code)}
              onClick={() =>
                setCode.mutate(
                  { promotionId: row.id, code },
                  { onSuccess: () => void message.success(text('state.saved')) },
                )
              }
            >
              {text('hand_out.set_code')}
            </Button>
          </div>
        </section>
      )}
      {row.status !== 'published' && distribution !== 'code' && (
        <p className="muted">{text('hand_out.publish_first')}</p>
      )}
      {failed && (
        <p className="field-fault" role="alert">
          {errorText(failed)}
        </p>
      )}
    </div>
  );
}
