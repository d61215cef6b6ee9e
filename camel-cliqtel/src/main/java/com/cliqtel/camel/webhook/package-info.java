/* SPDX-License-Identifier: Apache-2.0 */
/** Is a webhook from Cliqtel, and what does it say: from the parts of an HTTP request to a verdict, without Camel. */
package com.cliqtel.camel.webhook;
