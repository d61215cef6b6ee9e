/* SPDX-License-Identifier: Apache-2.0 */
/** What is to be seen from outside of calls, sends, webhooks and polls: who is told, and what is counted. */
package com.cliqtel.camel.observe;
