import { Button, type InputRef } from 'antd';
import { useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useCity } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { Page } from '../../components/page.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { useMay } from '../../components/use-may.ts';
import { readCustomerFilter, writeCustomerFilter } from '../../lib/customer-filter.ts';
import { startOfDay } from '../../lib/day-time.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useCustomers, type CustomerRow } from '../../queries/customer/use-customers.ts';
import { UserFilters } from './user-filters.tsx';

/** The people who use the platform, newest first. */
export default function UsersPage() {
  const text = useText();
  const locale = useLocale();
  const city = useCity();
  const navigate = useNavigate();
  const hasAccounts = useMay('users', 'contact');
  const searchBox = useRef<InputRef>(null);
  const [params, setParams] = useSearchParams();
  const filter = readCustomerFilter(params);
  const customers = useCustomers({
    ...filter,
    joinedFrom: filter.joinedFrom && startOfDay(filter.joinedFrom, city.timezone).toISOString(),
  });
  const show = (row: CustomerRow): void => void navigate(`/users/${row.id}`);
  const isPart = customers.hasNextPage && filter.segmentId !== undefined;
  return (
    <Page title={text('screen.users')} lead={text(hasAccounts ? 'users.lead' : 'users.lead_names')}>
      <UserFilters
        filter={filter}
        onChange={(next) => setParams(writeCustomerFilter(next), { replace: true })}
        searchRef={searchBox}
        hasAccounts={hasAccounts}
      />
      <DataTable<CustomerRow>
        label={text('screen.users')}
        testId="user-table"
        rows={customers.rows}
        loading={customers.isFetching && !customers.isFetchingNextPage}
        error={customers.error}
        onRetry={() => void customers.refetch()}
        onOpen={show}
        onSearch={() => searchBox.current?.focus()}
        empty={
          <EmptyState
            title={text(isPart ? 'users.none_yet' : 'users.none')}
            hint={text(isPart ? 'users.none_yet_hint' : 'users.none_hint')}
          />
        }
        columns={[
          {
            title: text('users.name'),
            render: (_, row) => (
              <RowLink onClick={() => show(row)} testId="user-open">
                {row.display_name || text('users.nameless')}
              </RowLink>
            ),
          },
          ...(hasAccounts
            ? [
                {
                  title: text('users.account'),
                  className: 'tabular',
                  render: (_: unknown, row: CustomerRow) => row.account || '–',
                },
              ]
            : []),
          {
            title: text('users.tier'),
            render: (_, row) => (row.tier ? localName(row.tier, locale) : <span className="muted">–</span>),
          },
          {
            title: text('field.status'),
            render: (_, row) => row.is_blocked && <ToneTag tone="danger">{text('users.blocked')}</ToneTag>,
          },
          { title: text('users.last_order'), render: (_, row) => <RelativeTime at={row.last_order_at} /> },
          { title: text('field.since'), render: (_, row) => <RelativeTime at={row.joined_at} /> },
          {
            title: text('users.orders_year'),
            align: 'right',
            className: 'tabular',
            render: (_, row) => row.order_count,
          },
          {
            title: text('users.spend_year'),
            align: 'right',
            render: (_, row) => <Money cents={row.spend_cents} currency={city.currency} />,
          },
        ]}
        footer={
          customers.hasNextPage && (
            <div className="table-more">
              <Button
                loading={customers.isFetchingNextPage}
                onClick={() => void customers.fetchNextPage()}
                data-testid="load-more"
              >
                {text(isPart ? 'users.search_on' : 'action.more')}
              </Button>
            </div>
          )
        }
      />
    </Page>
  );
}
