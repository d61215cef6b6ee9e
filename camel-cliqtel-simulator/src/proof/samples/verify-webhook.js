// SPDX-License-Identifier: Apache-2.0
// Follows the reference's verifyWebhook: asks it about a real webhook, and about the same with another status.
require('http').createServer((req, res) => {
  let body = '';
  req.on('data', (chunk) => { body += chunk; });
  req.on('end', () => {
    const payload = JSON.parse(body);
    const signature = req.headers['x-cliqtel-signature'];
    const genuine = verifyWebhook(payload, signature, process.env.SECRET);
    payload.data.status = 'failed';
    console.log(`genuine: ${genuine}, changed: ${verifyWebhook(payload, signature, process.env.SECRET)}`);
    res.end();
  });
}).listen(3000, '127.0.0.1');
