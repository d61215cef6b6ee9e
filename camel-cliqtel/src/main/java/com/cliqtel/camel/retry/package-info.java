/* SPDX-License-Identifier: Apache-2.0 */
/** Whether a call that failed is made again, and when: pure. */
package com.cliqtel.camel.retry;
