import { Button, Descriptions, Drawer } from 'antd';
import { useState } from 'react';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { CategoryRow } from '../../queries/category/use-categories.ts';
import { useProductReviews } from '../../queries/onboarding/use-product-reviews.ts';
import type { ReviewedProduct } from '../../queries/onboarding/use-products-in-review.ts';
import { useReviewProduct } from '../../queries/onboarding/use-review-product.ts';
import { Money } from '../money.tsx';
import { NoteModal } from '../note-modal.tsx';
import { Picture } from '../picture.tsx';
import { RelativeTime } from '../relative-time.tsx';
import { useMay } from '../use-may.ts';
import { useReviewKeys } from './use-review-keys.ts';

type Props = {
  product: ReviewedProduct | undefined;
  storeName: string;
  category: CategoryRow | undefined;
  currency: string;
  /** Goes on to the next one. */
  onDecided: () => void;
  onClose: () => void;
};

/** A product as customers would see it, and the decision: A publishes it, R refuses it. */
export function ProductReviewDrawer(props: Props) {
  const text = useText();
  return (
    <Drawer
      open={props.product !== undefined}
      onClose={props.onClose}
      mask={false}
      size={460}
      title={text('approvals.product')}
      destroyOnHidden
      rootClassName="detail-drawer"
    >
      {props.product && <Detail key={props.product.id} {...props} product={props.product} />}
    </Drawer>
  );
}

function Detail({ product, storeName, category, currency, onDecided }: Props & { product: ReviewedProduct }) {
  const text = useText();
  const locale = useLocale();
  const may = useMay('approvals', 'edit');
  const { send, busy } = useReviewProduct();
  const [isRefusing, setRefusing] = useState(false);
  const before = useProductReviews(product.id).data?.filter((row) => row.note !== '') ?? [];
  const approve = (): void =>
    void send({ id: product.id, isApproved: true, note: '' }).then(onDecided, () => undefined);
  useReviewKeys(may ? { a: approve, r: () => setRefusing(true) } : {});
  const attributes = Object.entries(product.attributes as Record<string, unknown>);
  return (
    <div
      className="order-drawer"
      role="region"
      aria-label={product.name}
      tabIndex={0}
      data-testid="review-drawer"
    >
      <Picture path={product.image_path} name={product.name} category={category?.slug ?? ''} size={240} />
      <div className="order-head">
        <h2>{localName(product, locale)}</h2>
        <Money cents={product.price_cents} currency={currency} strong />
      </div>
      {may && (
        <div className="order-actions">
          <Button type="primary" block loading={busy} data-testid="review-approve" onClick={approve}>
            {text('approvals.publish')} <kbd>A</kbd>
          </Button>
          <Button
            danger
            type="text"
            disabled={busy}
            data-testid="review-refuse"
            onClick={() => setRefusing(true)}
          >
            {text('approvals.refuse')} <kbd>R</kbd>
          </Button>
        </div>
      )}
      {product.description !== '' && <p>{product.description}</p>}
      <Descriptions
        column={1}
        size="small"
        className="facts"
        items={[
          { key: 'store', label: text('approvals.store'), children: storeName },
          {
            key: 'category',
            label: text('approvals.category'),
            children: category ? localName(category, locale) : '–',
          },
          ...attributes.map(([key, value]) => ({
            key: `attribute-${key}`,
            label: key,
            children: typeof value === 'object' ? JSON.stringify(value) : String(value),
          })),
        ]}
      />
      {before.length > 0 && (
        <section>
          <h3>{text('approvals.before')}</h3>
          {before.map((row) => (
            <p key={row.id}>
              {row.note}{' '}
              <span className="muted">
                <RelativeTime at={row.created_at} />
              </span>
            </p>
          ))}
        </section>
      )}
      <NoteModal
        open={isRefusing}
        title={text('approvals.refuse_title')}
        detail={text('approvals.reason_detail')}
        confirmText={text('approvals.refuse')}
        phrases={[
          text('approvals.phrase_picture'),
          text('approvals.phrase_words'),
          text('approvals.phrase_banned'),
        ]}
        onConfirm={(note) => send({ id: product.id, isApproved: false, note }).then(onDecided)}
        onClose={() => setRefusing(false)}
      />
    </div>
  );
}
