import { useStore } from '../../app/workspace.ts';
import { Page } from '../../components/page.tsx';
import { useText } from '../../providers/use-text.ts';
import { Redemptions } from './redemptions.tsx';
import { Till } from './till.tsx';

/** Takes group-buy vouchers against their codes, and shows what was taken. */
export default function VouchersPage() {
  const text = useText();
  const { store, city } = useStore();
  return (
    <Page title={text('screen.vouchers')} lead={text('vouchers.lead')}>
      <Till storeId={store.id} />
      <Redemptions storeId={store.id} city={city} />
    </Page>
  );
}
