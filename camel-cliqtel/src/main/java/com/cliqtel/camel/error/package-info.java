/* SPDX-License-Identifier: Apache-2.0 */
/** The exceptions of failed calls, their codes and outcomes. */
package com.cliqtel.camel.error;
