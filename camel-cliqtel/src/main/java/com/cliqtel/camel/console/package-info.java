/* SPDX-License-Identifier: Apache-2.0 */
/** The developer console. Internal. */
package com.cliqtel.camel.console;
