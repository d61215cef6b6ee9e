curl https://cliqtel.com/api/v1/sms/messages/42 \
  -H "Authorization: Bearer YOUR_API_KEY"
