import { LeftOutlined, StopOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import { BlockDrawer } from '../../components/block/block-drawer.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { useMay } from '../../components/use-may.ts';
import { asAppError } from '../../lib/app-error.ts';
import { useText } from '../../providers/use-text.ts';
import { useCustomer } from '../../queries/customer/use-customer.ts';
import { CustomerContactCard } from './customer-contact.tsx';
import { CustomerCoupons } from './customer-coupons.tsx';
import { CustomerGroups } from './customer-groups.tsx';
import { CustomerHabits } from './customer-habits.tsx';
import { CustomerMembership } from './customer-membership.tsx';
import { CustomerNotes } from './customer-notes.tsx';
import { CustomerOrders } from './customer-orders.tsx';
import { CustomerRisk } from './customer-risk.tsx';
import { CustomerTickets } from './customer-tickets.tsx';

const CustomerChart = lazy(() => import('./customer-chart.tsx'));

/** One person with all that the operator knows of them. */
export default function UserPage() {
  const { id = '' } = useParams();
  const text = useText();
  const query = useCustomer(id);
  const mayBlock = useMay('blocks', 'list');
  const [isBlocking, setBlocking] = useState(false);
  const back = (
    <Link to="/users" className="back-link">
      <LeftOutlined aria-hidden /> {text('screen.users')}
    </Link>
  );
  if (query.isError && query.data === undefined)
    return asAppError(query.error).key === 'identity.person_not_found' ? (
      <Page title={text('screen.users')} lead={back}>
        <EmptyState title={text('users.gone')} />
      </Page>
    ) : (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    );
  if (query.data === undefined)
    return (
      <div className="page">
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    );
  const page = query.data;
  const { customer } = page;
  const name = customer.display_name || text('users.nameless');
  return (
    <Page
      title={name}
      lead={
        <>
          {back} · {text('users.joined')} <RelativeTime at={customer.joined_at} /> · {text('users.seen')}{' '}
          <RelativeTime at={customer.last_seen_at} />{' '}
          {customer.ops_role && <ToneTag tone="info">{text('users.is_staff')}</ToneTag>}
          {customer.is_rider && <ToneTag tone="info">{text('users.is_rider')}</ToneTag>}
          {customer.stores.length > 0 && (
            <ToneTag tone="info">{text('users.works_at', { stores: customer.stores.join('、') })}</ToneTag>
          )}
        </>
      }
      actions={
        mayBlock && (
          <Button icon={<StopOutlined />} data-testid="user-block" onClick={() => setBlocking(true)}>
            {text('users.block')}
          </Button>
        )
      }
    >
      <CustomerHabits page={page} />
      <Suspense fallback={<div className="chart chart-wait" />}>
        <CustomerChart months={page.habits.months} />
      </Suspense>
      <div className="section-grid">
        <CustomerOrders customerId={id} />
        <CustomerMembership page={page} />
        <CustomerContactCard page={page} />
        <CustomerGroups page={page} />
        {mayBlock && <CustomerRisk customerId={id} />}
        <CustomerTickets customerId={id} />
        <CustomerCoupons customerId={id} />
        <CustomerNotes customerId={id} />
      </div>
      <BlockDrawer
        open={isBlocking}
        fixed={{ subject: 'customer', id, name }}
        onClose={() => setBlocking(false)}
      />
    </Page>
  );
}
