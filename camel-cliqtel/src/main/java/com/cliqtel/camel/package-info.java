/* SPDX-License-Identifier: Apache-2.0 */
/** The Camel component: endpoints, producer, headers and converters. */
package com.cliqtel.camel;
