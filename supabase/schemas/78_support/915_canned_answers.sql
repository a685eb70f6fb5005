insert into public.canned_answers (id, name, body, translations, sort_order) values
  ('7c0f1d52-6b1e-4a63-9d6f-0a1c5b0e0001', '收到，正在核实',
    '您好{customer}，您的问题我们收到了，正在和{store}核实，稍后答复您。',
    '{"en": {"name": "Received", "body": "Hello {customer}, we have your question and are asking {store}. We will answer shortly."}}', 10),
  ('7c0f1d52-6b1e-4a63-9d6f-0a1c5b0e0002', '已联系骑手',
    '已联系骑手，会尽快送到，请留意电话。给您添麻烦了。',
    '{"en": {"name": "Rider called", "body": "We have reached the rider, who is on the way. Please keep your phone near. Sorry for the trouble."}}', 20),
  ('7c0f1d52-6b1e-4a63-9d6f-0a1c5b0e0003', '已退款',
    '订单 {number} 的退款已提交，原路退回，一般 1 至 3 个工作日到账。',
    '{"en": {"name": "Refunded", "body": "The refund of order {number} is on its way to how you paid, usually within 1 to 3 working days."}}', 30),
  ('7c0f1d52-6b1e-4a63-9d6f-0a1c5b0e0004', '请补充照片',
    '麻烦您拍一张商品和小票的照片发来，方便我们尽快处理。',
    '{"en": {"name": "Please add a photo", "body": "Could you send a photo of the goods and the receipt, so that we can settle this quickly?"}}', 40)
on conflict (id) do nothing;
