curl https://cliqtel.com/api/v1/sms/numbers \
  -H "Authorization: Bearer YOUR_API_KEY"
