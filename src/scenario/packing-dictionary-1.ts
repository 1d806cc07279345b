/**
 * What the packing `deflate` takes for granted: phrases that documents are full of, so that a link
 * need not say them. The commonest stand last, where they are cheapest to refer to.
 *
 * Every link ever made with it needs it to the last character: never edit it. A better dictionary is
 * a new file, and a packing with a name of its own.
 */
const words =
  'Hello world Work queue Publish and subscribe Routing Topics Remote procedure call Priority Delay by ' +
  'dead-lettering Dead-letter and retry Headers Untitled a copy of every message. two competing ' +
  'consumers with prefetch, Watch one message: each binding of the exchange decides for itself ' +
  'whether it gets a copy.\\n\\nThe consumers share one queue. What is rejected ends in the dead letter ' +
  'queue. Try: the routing key, the acknowledgement, unacknowledged messages are dropped. ' +
  'notifications inventory invoices customers products reports backup archive metrics events errors ' +
  'warning info debug logs mail email sms web api service server client worker-1 worker-2 worker-3 ' +
  'processor handler listener sender receiver tasks jobs users accounts stock search fraud returns ' +
  'refunds checkout cart subscriptions alerts analytics audit billing biller-1 biller-2 shipping ' +
  'shipper payments payment.failed payment.refunded shop-api orders.dead orders.retry dead-letters ' +
  'order.created order.cancelled order.updated order.paid order.shipped orders order.* #.paid ';

const rare =
  '{"at":12000,"act":{"type":"broker.restart"}},{"at":9000,"act":{"type":"queue.purge","vhost":"/",' +
  '"queue":"{"at":8000,"act":{"type":"connection.drop","client":"{"at":7000,"act":{"type":' +
  '"client.start","client":"{"at":6000,"act":{"type":"client.stop","client":"{"at":5000,"act":{"type":' +
  '"settle","client":"","consumer":0,"deliveryTag":1,"answer":"requeue"}},"answer":"reject"}},"answer":' +
  '"ack"}},{"at":4000,"act":{"type":"publish","client":"","publisher":0,"routingKey":"","body":"",' +
  '"headers":{}}},{"at":3000,"act":{"type":"edit","body":{"' +
  '"profile":"3.10","vhosts":[{"name":"/"},{"name":"vhost":""durable":false,"auto_delete":true,' +
  '"internal":true,"destination_type":"exchange","type":"x-consistent-hash","type":"x-local-random",' +
  '"type":"x-random","type":"headers","arguments":{"x-match":"all","x-match":"any","x-match":' +
  '"all-with-x","alternate-exchange":""x-expires":"x-queue-type":"quorum","x-queue-type":"stream",' +
  '"x-single-active-consumer":true"x-delivery-limit":"x-max-length-bytes":"x-max-length":100,' +
  '"x-overflow":"reject-publish-dlx"x-overflow":"reject-publish"x-overflow":"drop-head"' +
  '"x-max-priority":10}"x-priority":"x-message-ttl":5000,"x-dead-letter-exchange":"",' +
  '"x-dead-letter-routing-key":"' +
  '"user":"guest","starts":false,"limit":"content_type":"application/json","content_encoding":"utf-8",' +
  '"priority":5,"correlation_id":"c-{n}","reply_to":"","expiration":"5000","message_id":"m-{n}",' +
  '"timestamp":"type":"user_id":"app_id":"headers":{"delivery_mode":2}"on_return":"retry","on_nack":' +
  '"retry","retry_after_ms":"mandatory":true,"rate":{"kind":"by_hand"}"rate":{"kind":"poisson",' +
  '"per_second":"reconnect_after_ms":"exclusive":true,"acknowledgement":"by_hand","acknowledgement":' +
  '"after_work","does":"never_answer","does":"crash","does":"requeue","when":{"deaths_min":' +
  '"redelivered":true"body_contains":""header":{"name":"","value":""when":{"routing_key":"' +
  '"publishes":[{"to":"reply_to","body":"{body}","publishes":[{"exchange":"","routing_key":"{key}",' +
  '"body":"message {n}"';

const common =
  '{"scenario":{"version":1,"title":"Untitled","notes":"","seed":2,"latency_ms":500,"exchanges":[' +
  '{"name":"","type":"direct"},{"name":"","type":"fanout"}],"exchanges":[{"name":"","type":"topic"},' +
  '{"name":"orders.dead","type":"fanout"}],"queues":[{"name":"audit"},{"name":"shipping"},{"name":' +
  '"billing","arguments":{"x-dead-letter-exchange":"orders.dead"}},{"name":"dead-letters"}],' +
  '"bindings":[{"source":"orders","destination":"audit","routing_key":"#"},{"source":"orders",' +
  '"destination":"billing","routing_key":"order.*"},{"source":"orders.dead","destination":' +
  '"dead-letters"}],"clients":[{"name":"","publishers":[{"exchange":"","routing_key":[{"key":"",' +
  '"weight":3},{"key":"","weight":2},{"key":""}],"rate":{"kind":"bursts","size":5,"every_ms":5000},' +
  '"starts_after_ms":500,"body":"{\\"payment\\": {n}}"}]},{"name":"","publishers":[{"exchange":"",' +
  '"routing_key":"","rate":{"kind":"steady","per_second":0.5},"body":"{\\"order\\": {n}}",' +
  '"confirms":{"outstanding_max":10}}]},{"name":"","consumers":[{"queue":"","prefetch":10,' +
  '"acknowledgement":"automatic","work_ms":500}]},{"name":"","consumers":[{"queue":"","prefetch":2,' +
  '"work_ms":{"min":500,"max":2000},"outcomes":[{"does":"reject","chance":0.3}]}]},{"name":"",' +
  '"consumers":[{"queue":""}]}],"positions":{"client:":[0,0],"client:":[0,120],"exchange:":[330,150],' +
  '"exchange:":[330,250],"queue:":[670,0],"queue:":[670,140],"queue:":[670,310],"queue:":[1030,510],' +
  '"client:":[1030,0],"client:":[1030,120],"client:":[1030,250],"client:":[1030,370]}},' +
  '"interventions":[{"at":1000,"act":{"type":"';

export const dictionary1 = words + rare + common;
