import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { useStore } from '../../app/workspace.ts';
import { CommissionInvoices } from '../../components/invoice/commission-invoices.tsx';
import { InvoiceDesk } from '../../components/invoice/invoice-desk.tsx';
import { Page } from '../../components/page.tsx';
import { useMay } from '../../components/use-may.ts';
import { useLiveRefresh } from '../../live/use-live-refresh.ts';
import { useText } from '../../providers/use-text.ts';
import { invoiceKeys } from '../../queries/invoice/invoice-keys.ts';

/** Invoices that the store's customers want, and those that the platform made out to the merchant. */
export default function StoreInvoicesPage() {
  const text = useText();
  const { store } = useStore();
  const mayEdit = useMay('store-invoices', 'edit');
  const isManager = store.role === 'manager';
  const [params, setParams] = useSearchParams();
  useLiveRefresh(`store:${store.id}`, [invoiceKeys.lists]);
  const desk = <InvoiceDesk place={{ storeId: store.id }} mayEdit={mayEdit} />;
  return (
    <Page title={text('screen.invoices')} lead={text('invoice.store_lead')}>
      {isManager ? (
        <Tabs
          activeKey={params.get('tab') ?? 'customers'}
          onChange={(tab) => setParams({ tab }, { replace: true })}
          destroyOnHidden
          items={[
            { key: 'customers', label: text('invoice.of_customers'), children: desk },
            {
              key: 'commission',
              label: <span data-testid="tab-commission">{text('invoice.of_commission')}</span>,
              children: <CommissionInvoices place={{ merchantId: store.merchant_id }} mayEdit={false} />,
            },
          ]}
        />
      ) : (
        desk
      )}
    </Page>
  );
}
