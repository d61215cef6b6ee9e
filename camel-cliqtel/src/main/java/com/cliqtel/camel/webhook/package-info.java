/* SPDX-License-Identifier: Apache-2.0 */
/** The HTTP side of the webhook consumer. Internal. */
package com.cliqtel.camel.webhook;
