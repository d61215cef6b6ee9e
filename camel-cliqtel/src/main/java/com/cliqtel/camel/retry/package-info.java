/* SPDX-License-Identifier: Apache-2.0 */
/** Decides whether a failed call is repeated, and when. Free of Camel. Internal. */
package com.cliqtel.camel.retry;
