/* SPDX-License-Identifier: Apache-2.0 */
/** Events of calls, sends, webhooks and polls: their observers and their counts. Free of Camel. Internal. */
package com.cliqtel.camel.observe;
