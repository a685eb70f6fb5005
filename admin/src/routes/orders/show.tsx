import { LeftOutlined } from '@ant-design/icons';
import { Link, useParams } from 'react-router';
import { OpsOrderActions, OpsOrderMore } from '../../components/ops/ops-order.tsx';
import { OrderDetail } from '../../components/order/order-detail.tsx';
import { Page } from '../../components/page.tsx';
import { useText } from '../../providers/use-text.ts';

/** One order on a page of its own: everything that happened to it, whom it concerns, and the money. */
export default function OrderPage() {
  const { id = '' } = useParams();
  const text = useText();
  return (
    <Page
      title={text('order.title')}
      lead={
        <Link to="/orders" className="back-link">
          <LeftOutlined aria-hidden /> {text('screen.orders')}
        </Link>
      }
    >
      <div className="order-page">
        <OrderDetail
          key={id}
          orderId={id}
          actions={(page) => <OpsOrderActions page={page} />}
          more={(page) => <OpsOrderMore page={page} />}
        />
      </div>
    </Page>
  );
}
