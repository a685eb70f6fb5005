import { Button } from 'antd';
import { ToneTag } from '../../components/status-tag.tsx';
import { useText } from '../../providers/use-text.ts';
import type { ProductRow } from '../../queries/catalog/use-menu.ts';
import { useSubmitProduct } from '../../queries/catalog/use-submit-product.ts';

/** Where a product stands in review, what ops said, and handing it in. Published ones show nothing. */
export function ReviewMark({ product, readOnly }: { product: ProductRow; readOnly: boolean }) {
  const text = useText();
  const submit = useSubmitProduct();
  const { status } = product;
  if (status === 'published') return null;
  return (
    <span className="review-mark">
      <ToneTag tone={status === 'refused' ? 'danger' : status === 'draft' ? 'quiet' : 'info'}>
        {text(`product_status.${status}`)}
      </ToneTag>
      {product.review_note !== '' && <span className="note">{product.review_note}</span>}
      {!readOnly && status !== 'in_review' && (
        <Button
          size="small"
          loading={submit.isPending}
          data-testid="product-submit"
          onClick={() => submit.mutate(product.id)}
        >
          {text('product.submit')}
        </Button>
      )}
    </span>
  );
}
