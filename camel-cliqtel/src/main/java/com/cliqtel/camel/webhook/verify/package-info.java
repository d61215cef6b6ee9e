/* SPDX-License-Identifier: Apache-2.0 */
/** Verifies webhook requests and reads their events. Free of Camel. Internal. */
package com.cliqtel.camel.webhook.verify;
