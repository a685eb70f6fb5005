import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { useCity } from '../../app/workspace.ts';
import { CommissionInvoices } from '../../components/invoice/commission-invoices.tsx';
import { InvoiceDesk } from '../../components/invoice/invoice-desk.tsx';
import { Page } from '../../components/page.tsx';
import { useMay } from '../../components/use-may.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useCityStores } from '../../queries/store/use-city-stores.ts';

/** All invoices of the city: customers' of their orders, and the platform's of its commission. */
export default function InvoicesPage() {
  const text = useText();
  const locale = useLocale();
  const city = useCity();
  const stores = useCityStores(city.id).data;
  const mayEdit = useMay('invoices', 'edit');
  const mayEditCommission = useMay('commission-invoices', 'edit');
  const [params, setParams] = useSearchParams();
  const storeName = (id: string): string => {
    const store = stores?.find((known) => known.id === id);
    return store ? localName(store, locale) : '–';
  };
  return (
    <Page title={text('screen.invoices')} lead={text('invoice.ops_lead')}>
      <Tabs
        activeKey={params.get('tab') ?? 'customers'}
        onChange={(tab) => setParams({ tab }, { replace: true })}
        destroyOnHidden
        items={[
          {
            key: 'customers',
            label: text('invoice.of_customers'),
            children: <InvoiceDesk place={{ cityId: city.id }} mayEdit={mayEdit} storeName={storeName} />,
          },
          {
            key: 'commission',
            label: <span data-testid="tab-commission">{text('invoice.of_commission')}</span>,
            children: <CommissionInvoices place={{ cityId: city.id }} mayEdit={mayEditCommission} />,
          },
        ]}
      />
    </Page>
  );
}
