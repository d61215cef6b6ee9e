/* SPDX-License-Identifier: Apache-2.0 */
/** The operations {@code inbound} and {@code status}, which poll the API. Internal. */
package com.cliqtel.camel.poll;
