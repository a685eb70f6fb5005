import { EditOutlined, LeftOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useMay } from '../../components/use-may.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { useText } from '../../providers/use-text.ts';
import { useMerchant } from '../../queries/merchant/use-merchant.ts';
import { useMerchantParts } from '../../queries/merchant/use-merchant-parts.ts';
import { MerchantContracts } from './merchant-contracts.tsx';
import { MerchantDrawer } from './merchant-drawer.tsx';
import { MerchantLicenses } from './merchant-licenses.tsx';
import { MerchantMoney } from './merchant-money.tsx';
import { MerchantPenalties } from './merchant-penalties.tsx';
import { MerchantStaff } from './merchant-staff.tsx';
import { MerchantStores } from './merchant-stores.tsx';
import { MerchantTag } from './merchant-tag.tsx';

/** A merchant with all that belongs to it. */
export default function MerchantPage() {
  const { id = '' } = useParams();
  const text = useText();
  const query = useMerchant(id);
  const parts = useMerchantParts(id);
  const mayName = useMay('merchants', 'edit');
  const mayTerms = useMay('commission-plans', 'edit');
  const [isEditing, setEditing] = useState(false);
  const back = (
    <Link to="/merchants" className="back-link">
      <LeftOutlined aria-hidden /> {text('screen.merchants')}
    </Link>
  );
  if (query.isError && query.data === undefined)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined)
    return (
      <div className="page">
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    );
  const merchant = query.data;
  if (merchant === null)
    return (
      <Page title={text('screen.merchants')} lead={back}>
        <EmptyState title={text('merchants.gone')} />
      </Page>
    );
  return (
    <Page
      title={merchant.name}
      lead={
        <>
          {back} · {merchant.legal_name || text('merchants.no_legal_name')}{' '}
          <MerchantTag status={merchant.status} />
        </>
      }
      actions={
        (mayName || mayTerms) && (
          <Button icon={<EditOutlined />} data-testid="merchant-edit" onClick={() => setEditing(true)}>
            {text('merchants.edit')}
          </Button>
        )
      }
    >
      <div className="section-grid">
        <MerchantStores query={parts.stores} />
        <MerchantMoney merchantId={id} />
        <MerchantStaff query={parts.staff} stores={parts.stores.data} />
        <MerchantContracts query={parts.contracts} />
        <MerchantLicenses query={parts.licenses} stores={parts.stores.data} />
        <MerchantPenalties merchantId={id} stores={parts.stores.data} />
      </div>
      <MerchantDrawer
        merchant={isEditing ? merchant : undefined}
        onClose={() => {
          setEditing(false);
          void query.refetch();
          void parts.contracts.refetch();
        }}
      />
    </Page>
  );
}
