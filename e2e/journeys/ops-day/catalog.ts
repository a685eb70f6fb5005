import type { Page } from 'playwright-core';
import { shoot } from '../../support/browser.ts';

export const category = { name: '手作', slug: 'handmade' };
const attribute = { key: 'made_at', name: '制作地', english: 'Made in', choices: ['本店', '中央厨房'] };

/** A category whose products say where they are made. */
export async function addCategory(page: Page, admin: string): Promise<void> {
  await page.goto(`${admin}/categories`);
  await page.getByTestId('category-new').click();
  const drawer = page.getByTestId('category-drawer');
  await drawer.getByTestId('field-name').fill(category.name);
  await drawer.getByTestId('field-slug').fill(category.slug);
  await drawer.getByTestId('attribute-add').click();
  await drawer.getByTestId('attribute-title').fill(attribute.name);
  await drawer.getByTestId('attribute-title-en').fill(attribute.english);
  await drawer.getByTestId('attribute-key').fill(attribute.key);
  await drawer.getByTestId('attribute-type').click();
  await page.getByTestId('attribute-type-choice').click();
  const choices = drawer.getByTestId('attribute-choices').locator('input');
  await choices.fill(attribute.choices.map((choice) => `${choice},`).join(''));
  await drawer.getByTestId('attribute-required').check();
  await shoot(page, 'ops-day-1-category');
  await drawer.getByTestId('form-save').click();
  await page.getByTestId('category-open').filter({ hasText: category.name }).waitFor();
}

/** The merchant moves a product into the category; its form asks what ops ask. Answers the product's name. */
export async function describeProduct(page: Page, admin: string): Promise<string> {
  await page.goto(`${admin}/menu`);
  const product = page.getByTestId('product-open').first();
  const name = await product.innerText();
  await product.click();
  const drawer = page.getByTestId('product-drawer');
  await drawer.getByTestId('product-tab-details').click();
  await drawer.getByTestId('product-category').locator('input').fill(category.name);
  await page.locator('.ant-select-tree-title', { hasText: category.name }).click();
  await drawer.getByLabel(attribute.name).click();
  await shoot(page, 'ops-day-2-product');
  await page.locator('.ant-select-item-option', { hasText: attribute.choices[0] }).click();
  await drawer.getByTestId('form-save').click();
  await drawer.waitFor({ state: 'detached' });
  return name;
}

/** Customers read it in the store. */
export async function readsAttribute(
  page: Page,
  storefront: string,
  storeId: string,
  product: string,
): Promise<void> {
  await page.goto(`${storefront}/s/${storeId}`);
  await page.getByTestId('product').filter({ hasText: product }).first().locator('button.picture').click();
  const attributes = page.getByTestId('product-attributes');
  await attributes.getByText(attribute.name).waitFor();
  await attributes.getByText(attribute.choices[0] ?? '').waitFor();
  await shoot(page, 'ops-day-3-attributes');
}
