import { Drawer, Skeleton } from 'antd';
import { ErrorState } from '../../components/error-state.tsx';
import { Money } from '../../components/money.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { OrderStatusTag } from '../../components/status-tag.tsx';
import { localField, localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useCase, type RiskCasePage } from '../../queries/risk/use-case.ts';
import { useRiskFacts } from '../../queries/risk/use-risk-facts.ts';
import { DecideForm } from './decide-form.tsx';
import { DecisionTag } from './decision-tag.tsx';

/** A case beside its list: why, the evidence, and the decision. */
export function CaseDrawer({ caseId, onClose }: { caseId: string | undefined; onClose: () => void }) {
  const text = useText();
  const query = useCase(caseId);
  const page = query.data;
  return (
    <Drawer
      open={caseId !== undefined}
      onClose={onClose}
      mask={false}
      size={520}
      destroyOnHidden
      rootClassName="detail-drawer"
      title={page?.subject?.name || text('risk.case')}
    >
      {query.isError && page === undefined && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isPending && caseId !== undefined && <Skeleton active paragraph={{ rows: 10 }} />}
      {page && <Evidence key={page.case.id} page={page} />}
    </Drawer>
  );
}

function Evidence({ page }: { page: RiskCasePage }) {
  const text = useText();
  const locale = useLocale();
  const facts = useRiskFacts(page.case.moment).data ?? [];
  const known = facts.flatMap((fact) => {
    const [group = '', name = ''] = fact.path.split('.');
    const value = page.case.facts[group]?.[name];
    return value === undefined || value === null || (Array.isArray(value) && value.length === 0)
      ? []
      : [{ fact, value }];
  });
  const currency = page.order?.currency ?? 'CNY';
  return (
    <div
      className="order-drawer"
      role="region"
      aria-label={text('risk.case')}
      tabIndex={0}
      data-testid="risk-case"
    >
      <div className="order-head">
        <DecisionTag decision={page.case.decision} />
        <h2 className="tabular">{text('risk.points', { score: page.case.score })}</h2>
        <span className="muted">{page.subject?.account}</span>
      </div>
      {page.case.is_open && <DecideForm riskCase={page.case} />}
      <section>
        <h3>{text('risk.reasons')}</h3>
        <ul className="fact-list">
          {page.case.reasons.map((reason) => (
            <li key={reason.rule_id}>
              <span>{localName(reason, locale)}</span>
              <strong className="tabular">+{reason.score}</strong>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{text('risk.facts')}</h3>
        <ul className="fact-list">
          {known.map(({ fact, value }) => (
            <li key={fact.path}>
              <span className="muted">{localField(fact.label, fact.translations, 'label', locale)}</span>
              <span className="tabular">
                {fact.type === 'money' ? (
                  <Money cents={Number(value)} currency={currency} />
                ) : typeof value === 'boolean' ? (
                  text(value ? 'data.yes' : 'data.no')
                ) : Array.isArray(value) ? (
                  value.join(' · ')
                ) : (
                  String(value)
                )}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {page.linked.length > 0 && (
        <section>
          <h3>{text('risk.linked')}</h3>
          <ul className="fact-list">
            {page.linked.map((one) => (
              <li key={one.id}>
                <span>
                  {one.name || one.id.slice(0, 8)} <span className="muted">{one.account}</span>
                </span>
                <span className="muted">
                  {one.by
                    .split(',')
                    .map((by) => text(by === 'phone' ? 'risk.by_phone' : 'risk.by_origin'))
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {page.jumps.length > 0 && (
        <section>
          <h3>{text('risk.jumps')}</h3>
          <ul className="fact-list">
            {page.jumps.map((jump) => (
              <li key={jump.at}>
                <RelativeTime at={jump.at} />
                <span className="tabular">
                  {text('risk.jump', { km: (jump.meters / 1000).toFixed(1), seconds: jump.seconds })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {page.orders.length > 0 && (
        <section>
          <h3>{text('risk.last_orders')}</h3>
          <ul className="fact-list">
            {page.orders.map((order) => (
              <li key={order.id}>
                <span>
                  <span className="tabular">{order.number}</span>{' '}
                  <span className="muted">
                    {order.store_name} · <RelativeTime at={order.created_at} />
                  </span>
                </span>
                <span>
                  <OrderStatusTag status={order.status} />{' '}
                  <Money cents={order.total_cents} currency={order.currency} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {page.blocks.length > 0 && (
        <section>
          <h3>{text('risk.blocks')}</h3>
          <ul className="fact-list">
            {page.blocks.map((block) => (
              <li key={block.id}>
                <span>
                  {block.reason}{' '}
                  <span className="muted">
                    {block.refuses.map((action) => text(`block_action.${action}`)).join(' · ')}
                  </span>
                </span>
                <RelativeTime at={block.created_at} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{text('risk.log')}</h3>
        <ul className="fact-list">
          {page.events.map((event) => (
            <li key={event.id}>
              <span>
                <DecisionTag decision={event.decision} /> {event.note}{' '}
                <span className="muted">{event.actor_name ?? text('blocks.by_rules')}</span>
              </span>
              <RelativeTime at={event.created_at} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
