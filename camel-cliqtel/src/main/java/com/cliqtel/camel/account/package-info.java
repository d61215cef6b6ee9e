/* SPDX-License-Identifier: Apache-2.0 */
/** What the endpoints of one account share: HTTP client, rate limiter, server clock, settings and readiness check. Internal. */
package com.cliqtel.camel.account;
