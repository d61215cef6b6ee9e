/* SPDX-License-Identifier: Apache-2.0 */
/** Bodies that a webhook might be sent with by somebody who means no good, and what each deserves. */
package com.cliqtel.camel.webhook.verify.hostile;
